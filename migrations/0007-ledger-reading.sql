-- How far a witness is, though it never cosigned, or not for a year.
create index cosignatures_witness on ledger.cosignatures (witness, size);
