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

    private final ZoneId zone;

    /** @param zone in which times are written */
    Copies(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What comes late begins with the time at which it was said, and with the day if it is no longer the same.
     *
     * @param words what was said, as it is read there
     */
    Document of(MessagePosted posted, Text words, Manner manner, Instant now) {
        List<Block> blocks = new ArrayList<>();
        switch (manner) {
            case PROMPT -> words(words, blocks);
            case LATE -> {
                blocks.add(head("bridge.late", posted.at(), now));
                words(words, blocks);
            }
            case WAITED -> {
                blocks.add(head("bridge.waited", posted.at(), now));
                words(words, blocks);
            }
            case CAUGHT_UP ->
                blocks.add(new Block.Paragraph(Phrase.of("bridge.caught-up", Text.of(time(posted.at(), now)), words)));
            case EDITED -> blocks.add(new Block.Paragraph(Phrase.of("bridge.edited", words)));
        }
        files(posted, blocks);
        return new Document(blocks, List.of());
    }

    static boolean isEmpty(MessagePosted posted) {
        return posted.text().isEmpty() && posted.attachments().isEmpty();
    }

    private Block head(String phrase, Instant at, Instant now) {
        return new Block.Paragraph(Phrase.of(phrase, time(at, now)));
    }

    private String time(Instant at, Instant now) {
        ZonedDateTime said = at.atZone(zone);
        boolean today = said.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return said.format(today ? TODAY : EARLIER);
    }

    private static void words(Text words, List<Block> blocks) {
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words));
        }
    }

    private static void files(MessagePosted posted, List<Block> blocks) {
        for (Attachment attachment : posted.attachments()) {
            blocks.add(new Block.File(Names.visible(attachment.name()), attachment.size(), attachment.source()));
        }
    }
}
