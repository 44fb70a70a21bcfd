-- What begins later is given when it begins.
create index access_entitlement_starts on access_entitlement (starts);
