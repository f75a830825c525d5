"""What `thidua form` works on."""
