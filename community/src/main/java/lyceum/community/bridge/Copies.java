package lyceum.community.bridge;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Talk.MessagePosted;

/** Writes what others said as it is read in the joined rooms. */
final class Copies {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Copies() {}

    static Document of(MessagePosted posted) {
        return new Document(blocks(posted), List.of());
    }

    /** With the time at which it was said, in {@code zone}; the day as well if it is no longer the same. */
    static Document late(MessagePosted posted, Instant now, ZoneId zone) {
        return at("bridge.late", posted, now, zone);
    }

    /** The same for what waited until the relay went on. */
    static Document waited(MessagePosted posted, Instant now, ZoneId zone) {
        return at("bridge.waited", posted, now, zone);
    }

    private static Document at(String phrase, MessagePosted posted, Instant now, ZoneId zone) {
        ZonedDateTime said = posted.at().atZone(zone);
        boolean today = said.toLocalDate().equals(now.atZone(zone).toLocalDate());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Phrase.of(phrase, said.format(today ? TODAY : EARLIER))));
        blocks.addAll(blocks(posted));
        return new Document(blocks, List.of());
    }

    private static List<Block> blocks(MessagePosted posted) {
        List<Block> blocks = new ArrayList<>();
        if (!posted.text().isEmpty()) {
            blocks.add(new Block.Paragraph(posted.text()));
        }
        for (Attachment attachment : posted.attachments()) {
            blocks.add(new Block.Paragraph(Text.of("📎 " + Names.visible(attachment.name()))));
        }
        return blocks;
    }
}
