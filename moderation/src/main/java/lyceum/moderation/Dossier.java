package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.moderation.AppealTable.Appeal;
import lyceum.moderation.NoteTable.Kind;
import lyceum.moderation.NoteTable.Note;
import org.jdbi.v3.core.Handle;

/** All that is known about one case: its card, what stood around, what was done to whom, what was noted, and the appeal. */
final class Dossier {
    private static final int CONTEXT = 5;
    /** A raid has thousands. */
    private static final int MOST_DEEDS = 20;

    private final Cards cards;
    private final CaseTable cases = new CaseTable();
    private final SaidTable said = new SaidTable();
    private final DeedTable deeds = new DeedTable();
    private final NoteTable notes = new NoteTable();
    private final AppealTable appeals = new AppealTable();
    private final FileTable files = new FileTable();
    private final Faces faces = new Faces();

    Dossier(Cards cards) {
        this.cards = cards;
    }

    Document of(Case about, Handle read) {
        MessagePosted posted = about.held().posted();
        Around around = said.around(read, posted, CONTEXT);
        String room = cases.roomName(read, posted.message().room())
                .orElse(posted.message().room().value());
        Document card = cards.of(about, room, around);
        List<Block> blocks = new ArrayList<>(card.blocks());
        if (!about.open()) {
            around.before().forEach(each -> blocks.add(Cards.context("moderation.before", each)));
            around.after().forEach(each -> blocks.add(Cards.context("moderation.after", each)));
        }
        List<Say> lines = new ArrayList<>();
        deeds.ofCase(read, about.id()).stream().limit(MOST_DEEDS).forEach(deed -> lines.add(done(deed, read)));
        notes.of(read, about.id()).forEach(note -> lines.add(noted(note)));
        files.of(read, posted.message()).forEach(file -> lines.add(seen(file)));
        List<Choice> choices = new ArrayList<>(card.choices());
        appeals.of(read, about.id()).ifPresent(appeal -> {
            lines.add(appealed(appeal, read));
            if (appeal.waits()) {
                choices.addAll(Appeals.choices(about.id()));
            }
        });
        if (!lines.isEmpty()) {
            blocks.add(new Block.Bullets(lines));
        }
        return new Document(blocks, choices);
    }

    private Say done(Deed deed, Handle read) {
        String who = faces.of(read, deed.member()).map(Known::name).orElse("—");
        return Phrase.of(
                deed.undone() ? "moderation.deed-undone" : "moderation.deed",
                Text.of(cards.time(deed.by().at())),
                Text.of(who),
                Phrase.of("moderation.act-" + deed.act().key()));
    }

    private static Say seen(FileTable.Seen file) {
        return Phrase.of(
                "moderation.file-seen",
                Text.of(Cards.oneLine(file.name())),
                Text.of(Long.toString(file.print().size())),
                Text.of(file.print().sha256()));
    }

    private Say noted(Note note) {
        return Phrase.of(
                note.kind() == Kind.NOTE ? "moderation.note" : "moderation.note-before",
                Text.of(cards.time(note.at())),
                Text.of(note.who()),
                Text.of(Cards.oneLine(note.words())));
    }

    private Say appealed(Appeal appeal, Handle read) {
        String decider = appeal.decider();
        String end = decider == null ? "waits" : appeal.overturned() ? "overturned" : "upheld";
        return Phrase.of(
                "moderation.appeal-" + end,
                Text.of(faces.of(read, appeal.member()).map(Known::name).orElse("—")),
                Text.of(appeal.words()),
                decider == null ? Text.EMPTY : Text.of(decider));
    }
}
