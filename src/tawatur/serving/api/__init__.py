"""The service for programs: REST under /api/v1, described by OpenAPI, errors as problem details (RFC 9457).

`routes` holds the addresses, `records` what goes in and out, `telling` makes records of what the archive holds.
"""
