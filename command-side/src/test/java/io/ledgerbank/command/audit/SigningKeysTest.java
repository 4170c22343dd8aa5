package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbank.api.audit.Checkpoint;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is the first of RFC 8032, section 7.1; OpenSSL signed the bytes that another program had put together. */
class SigningKeysTest {

    private static final String PRIVATE_KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;
    private static final String PUBLIC_KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String KEY_ID = "21fe31dfa154a261";
    private static final String SIGNATURE =
            "766e0a94c21511c0fa6503cc40d20f03fe23c90c2bc2684eb78c54cd75f2701adb22284b00ebe06031e1cd3fa294068786cd539b34d382b91c56e4a97142870a";

    private static final Checkpoint CHECKPOINT = new Checkpoint(
            7,
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            3,
            "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f",
            Instant.parse("2026-11-22T20:00:00.123456Z"),
            4,
            "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f",
            KEY_ID,
            SIGNATURE);

    private final KeyPair pair = Ed25519.readPrivateKey(PRIVATE_KEY);
    private final SigningKeys keys = new SigningKeys(pair, List.of());

    @Test
    void the_public_key_follows_from_the_private_one() {
        assertThat(Ed25519.raw(pair.getPublic())).isEqualTo(HexFormat.of().parseHex(PUBLIC_KEY));
        assertThat(keys.ownId()).isEqualTo(KEY_ID);
    }

    @Test
    void the_signed_bytes_are_the_documented_ones() {
        assertThat(SignedForm.of(CHECKPOINT).hash())
                .isEqualTo("6b49e36ba1593dfb6525cb45445749dd91528fa65ae4ad687f5e54a2116f4369");
    }

    @Test
    void a_checkpoint_is_signed_as_any_other_program_would() {
        assertThat(keys.sign(SignedForm.of(CHECKPOINT))).isEqualTo(SIGNATURE);
        assertThat(judge(keys, CHECKPOINT)).isEqualTo(SignatureVerdict.GENUINE);
    }

    @Test
    void a_signature_of_other_bytes_is_forged() {
        Checkpoint other = new Checkpoint(
                8,
                CHECKPOINT.headHash(),
                4,
                CHECKPOINT.merkleRoot(),
                CHECKPOINT.signedAt(),
                4,
                CHECKPOINT.previousHash(),
                KEY_ID,
                SIGNATURE);

        assertThat(judge(keys, other)).isEqualTo(SignatureVerdict.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"})
    void what_is_no_signature_at_all_is_forged(String signature) {
        assertThat(keys.judge(SignedForm.of(CHECKPOINT), KEY_ID, signature)).isEqualTo(SignatureVerdict.FORGED);
    }

    @Test
    void a_former_key_still_counts_and_an_unknown_one_does_not() {
        KeyPair next = Ed25519.generate();

        assertThat(judge(new SigningKeys(next, List.of(pair.getPublic())), CHECKPOINT))
                .isEqualTo(SignatureVerdict.GENUINE);
        assertThat(judge(new SigningKeys(next, List.of()), CHECKPOINT)).isEqualTo(SignatureVerdict.OF_UNKNOWN_KEY);
    }

    @Test
    void keys_are_read_as_they_were_written() {
        KeyPair made = Ed25519.generate();

        KeyPair read = Ed25519.readPrivateKey(Ed25519.pem(made.getPrivate()));

        assertThat(read.getPublic()).isEqualTo(made.getPublic());
        assertThat(read.getPrivate()).isEqualTo(made.getPrivate());
        assertThat(Ed25519.readPublicKey(Ed25519.pem(made.getPublic()))).isEqualTo(made.getPublic());
    }

    @Test
    void a_key_may_come_without_its_frame() {
        String body = PRIVATE_KEY.lines().toList().get(1);

        assertThat(Ed25519.readPrivateKey(body).getPublic()).isEqualTo(pair.getPublic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "MC4CAQAw", "?"})
    void other_texts_are_refused_and_not_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ed25519.readPrivateKey(text))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519.readPublicKey(text));
    }

    private static SignatureVerdict judge(SigningKeys keys, Checkpoint checkpoint) {
        return keys.judge(SignedForm.of(checkpoint), checkpoint.keyId(), checkpoint.signature());
    }
}
