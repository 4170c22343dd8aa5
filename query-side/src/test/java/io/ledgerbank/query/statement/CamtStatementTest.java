package io.ledgerbank.query.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class CamtStatementTest {

    private static Schema schema;

    private final CamtStatement camt = new CamtStatement("LedgerBank", ZoneOffset.UTC);

    @BeforeAll
    static void read_the_schema() throws SAXException {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(
                        CamtStatementTest.class.getResource("/camt.053.001.08-as-we-use-it.xsd")));
    }

    @Test
    void it_is_what_the_schema_says() throws Exception {
        validate(camt.render(Examples.of("Alice Example", Examples.lines(3, "Carol & Sons <Ltd>", "Invoice \"7\""))));
    }

    @Test
    void it_is_so_without_entries_and_without_a_name() throws Exception {
        validate(camt.render(Examples.of("", List.of())));
    }

    @Test
    void it_is_so_whatever_people_have_written() throws Exception {
        byte[] message =
                camt.render(Examples.of("é".repeat(255), Examples.lines(2, "😀".repeat(200), "a\u0000\uFFFF]]>&")));

        validate(message);
        assertThat(new String(message, StandardCharsets.UTF_8))
                .contains("😀".repeat(70))
                .doesNotContain("😀".repeat(71));
    }

    @Test
    void the_schema_would_find_a_fault() {
        String message = text(Examples.of("Alice", Examples.lines(1, "Carol", "Invoice")));

        assertThatThrownBy(() -> validate(message.replace(">CRDT<", ">CREDIT<").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(message.replace("DE89", "de89").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void it_tells_the_balances_and_the_entries() {
        String message = text(Examples.of("Alice Example", Examples.lines(2, "Carol", "Invoice 7")));

        assertThat(message)
                .contains(
                        "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08",
                        "GB33BUKB20201555555555",
                        "Alice Example",
                        "OPBD",
                        "CLBD",
                        "1234.56",
                        "1234.55",
                        "10000.01",
                        "2026-10-01T00:00:00",
                        "2026-10-31T23:59:59",
                        "Invoice 7",
                        "DE89370400440532013000");
    }

    @Test
    void the_same_statement_has_the_same_bytes() {
        Statement statement = Examples.of("Alice", Examples.lines(5, "Carol", "Invoice"));

        assertThat(camt.render(statement)).isEqualTo(camt.render(statement));
    }

    private String text(Statement statement) {
        return new String(camt.render(statement), StandardCharsets.UTF_8);
    }

    private static void validate(byte[] message) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
    }
}
