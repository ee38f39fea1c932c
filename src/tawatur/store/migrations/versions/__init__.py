"""One revision a file, each as it was when it came out; none is changed later."""
