package lyceum.web.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reception;

/** What happened before, as another process may read it: in what joins it with the hub, as far back as that is kept. */
final class FarPast implements Past {
    private static final int MOST_READ = 5_000;
    private static final int EDITS_KEPT = 2_000;

    private final Reception reception;
    private final Map<MessageId, Entry> edited = new LinkedHashMap<>();

    FarPast(Reception reception) {
        this.reception = reception;
    }

    /** What was told, in order; a line that was edited since it was told stands where it stood, as it reads now. */
    List<Entry> entries(List<Happened> records, boolean whole) {
        List<Entry> entries = new ArrayList<>();
        for (Happened record : records) {
            Wire.Told told = Wire.told(record.text());
            told.said().ifPresent(said -> {
                keep(said);
                if (whole) {
                    entries.add(said);
                }
            });
            entries.add(told.entry());
        }
        entries.sort(Comparator.comparingLong(Entry::seq));
        return entries;
    }

    private synchronized void keep(Entry said) {
        edited.put(Ids.line(said.room(), said.line()), said);
        if (edited.size() > EDITS_KEPT) {
            edited.remove(edited.keySet().iterator().next());
        }
    }

    @Override
    public List<Entry> after(String room, long seq, int most) {
        return entries(reception.after(seq, MOST_READ), true).stream()
                .filter(entry -> entry.seq() > seq && entry.room().equals(room))
                .limit(most)
                .toList();
    }

    @Override
    public long count(String room, long seq, long upTo) {
        return entries(reception.after(seq, MOST_READ), true).stream()
                .filter(entry -> entry.seq() > seq
                        && entry.seq() <= upTo
                        && entry.room().equals(room)
                        && entry.kind() == Entry.Kind.SAID
                        && entry.onlyFor() == null)
                .count();
    }

    @Override
    public synchronized Optional<Entry> said(MessageId id) {
        return Optional.ofNullable(edited.get(id));
    }
}
