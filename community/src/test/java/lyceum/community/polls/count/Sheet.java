package lyceum.community.polls.count;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first sheet of an Office Open XML workbook, as text in cells. */
final class Sheet {
    private final List<String> shared = new ArrayList<>();
    private final List<NavigableMap<Integer, String>> rows = new ArrayList<>();

    private Sheet() {}

    /** The rows that are there, each with its cells by column, the first being 0; a cell without anything is not there. */
    static List<NavigableMap<Integer, String>> rows(Path file) throws IOException {
        Sheet sheet = new Sheet();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry strings = zip.getEntry("xl/sharedStrings.xml");
            if (strings != null) {
                try (InputStream in = zip.getInputStream(strings)) {
                    sheet.read(in);
                }
            }
            try (InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                sheet.read(in);
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return sheet.rows;
    }

    private void read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        String at = "";
        String type = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "row" -> rows.add(new TreeMap<>());
                        case "si", "c" -> {
                            text.setLength(0);
                            at = String.valueOf(xml.getAttributeValue(null, "r"));
                            type = String.valueOf(xml.getAttributeValue(null, "t"));
                        }
                        case "t", "v" -> text.append(xml.getElementText());
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName(), at, type, text.toString());
                default -> {}
            }
        }
    }

    private void end(String element, String at, String type, String text) {
        if (element.equals("si")) {
            shared.add(text);
        } else if (element.equals("c") && !text.isEmpty()) {
            rows.getLast().put(column(at), type.equals("s") ? shared.get(Integer.parseInt(text)) : text);
        }
    }

    /** The column of a cell such as {@code AB12}, the first being 0. */
    private static int column(String at) {
        int column = 0;
        for (int i = 0; i < at.length() && Character.isLetter(at.charAt(i)); i++) {
            column = column * 26 + at.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
