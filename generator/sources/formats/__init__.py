"""The formats, a file each: strangers to one another."""
