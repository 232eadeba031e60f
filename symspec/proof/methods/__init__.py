"""One file for each way of proving what A^n does; symspec.proof.methods.registry lists them."""
