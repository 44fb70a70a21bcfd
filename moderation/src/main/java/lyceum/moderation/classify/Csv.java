package lyceum.moderation.classify;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values with quotes, as RFC 4180 has them. */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private Csv() {}

    static List<List<String>> rows(String text) {
        Csv csv = new Csv();
        csv.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        return csv.rows;
    }

    private void read(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '"') {
                boolean doubled = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && unit == ',') {
                endCell();
            } else if (!quoted && unit == '\n') {
                endRow();
            } else if (quoted || unit != '\r') {
                cell.append(unit);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
