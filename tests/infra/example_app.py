"""A small Chalice app in the shape of the real one."""

from chalice.app import Chalice

app = Chalice("example")


@app.route("/api/v1/health", methods=["GET"])
def health():
    return {}


@app.route("/api/v1/datasets", methods=["GET"])
def list_datasets():
    return {}


@app.route("/api/v1/datasets", methods=["POST"])
def create_dataset():
    return {}


@app.route("/api/v1/datasets/{dataset_id}", methods=["PATCH"])
def change_dataset(dataset_id: str):
    return {}
