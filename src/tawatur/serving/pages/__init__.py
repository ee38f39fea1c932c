"""What people see: addresses and routes, a view model for each page, its templates, and its twin for programs."""
