package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.money.Money;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements that ISO 20022 messages are made of. For one thread. */
final class CamtXml {

    /** Writes what is within an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private static final int LONGEST_TEXT = 140;
    private static final String NOT_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    CamtXml(OutputStream target) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target, "UTF-8");
    }

    void document(String namespace, Content content) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(namespace);
        content.write();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    void element(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write();
        xml.writeEndElement();
    }

    /** Ours: a code, a number, a time. */
    void value(String name, Object value) throws XMLStreamException {
        element(name, () -> xml.writeCharacters(value.toString()));
    }

    /** Somebody's own words, as long as the standard allows, however one counts, and of letters that XML can have. */
    void text(String name, String written) throws XMLStreamException {
        String clean = written.replaceAll(NOT_XML, "\uFFFD");
        value(name, clean.length() <= LONGEST_TEXT ? clean : cut(clean));
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }

    void amount(Money money) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", money.currency().getCurrencyCode());
        xml.writeCharacters(money.decimal());
        xml.writeEndElement();
    }

    void sign(int signum) throws XMLStreamException {
        value("CdtDbtInd", signum < 0 ? "DBIT" : "CRDT");
    }

    void day(String name, LocalDate day) throws XMLStreamException {
        element(name, () -> value("Dt", day));
    }

    void account(Iban iban) throws XMLStreamException {
        element("Id", () -> value("IBAN", iban));
    }

    /** The standard's references have at most 35 characters. */
    static String reference(UUID id) {
        return id.toString().replace("-", "");
    }
}
