package io.ledgerbank.query.attestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * An attestation with its signed report.
 *
 * @param report a JSON document, exactly as it was signed
 * @param keyId names the public key that the signature is checked with
 * @param signature Ed25519, in hexadecimal; docs/audit has the bytes that are signed
 */
public record Attestation(
        @JsonUnwrapped AttestationSummary summary,
        Optional<String> report,
        Optional<String> keyId,
        Optional<String> signature) {}
