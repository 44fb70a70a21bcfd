package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML document as if it were JSON: children by local name in arrays, an object's id as {@code @id}, as the common data format has it. */
final class XmlTree {
    private XmlTree() {}

    static JsonNode read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return element(xml);
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode element(XMLStreamReader xml) throws XMLStreamException {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        String id = xml.getAttributeValue(null, "ObjectId");
        if (id != null) {
            element.put("@id", id);
        }
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    ArrayNode all = element.withArray(name);
                    all.add(element(xml));
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element.isEmpty() ? TextNode.valueOf(text.toString().strip()) : element;
                }
                default -> {}
            }
        }
        return element;
    }
}
