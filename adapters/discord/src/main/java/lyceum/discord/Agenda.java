package lyceum.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.effect.Schedule.Slot;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Schedules;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the guild's scheduled events in step: all events that the bot itself made are the hub's. Each says by the last line of its
 * description which date it is; one whose description was changed by hand is known by its name and start.
 */
final class Agenda implements Schedules {
    private static final int EXTERNAL = 3;
    private static final int ONLY_MEMBERS = 2;
    private static final int ACTIVE = 2;
    private static final int COMPLETED = 3;
    private static final int LONGEST = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int MISSING_ACCESS = 50001;
    private static final int MISSING_PERMISSIONS = 50013;
    private static final int UNKNOWN_EVENT = 10070;
    private static final int TOO_MANY_EVENTS = 30038;

    private final Rest rest;
    private final House house;
    private final Own own;
    private final Plain plain;
    private final InstantSource clock;

    Agenda(Rest rest, House house, Own own, Plain plain, InstantSource clock) {
        this.rest = rest;
        this.house = house;
        this.own = own;
        this.plain = plain;
        this.clock = clock;
    }

    /** An event as Discord lists it. */
    private record Listed(
            String id,
            String name,
            String description,
            String place,
            Instant starts,
            @Nullable Instant ends,
            int status) {
        static Listed of(DataObject event) {
            String place = event.optObject("entity_metadata")
                    .map(where -> where.getString("location", ""))
                    .orElse("");
            String ends = event.getString("scheduled_end_time", null);
            return new Listed(
                    event.getString("id"),
                    event.getString("name"),
                    event.getString("description", ""),
                    place,
                    time(event.getString("scheduled_start_time")),
                    ends == null ? null : time(ends),
                    event.getInt("status"));
        }

        private static Instant time(String written) {
            return OffsetDateTime.parse(written).toInstant();
        }

        boolean runs() {
            return status == ACTIVE;
        }
    }

    /** What an event shall be. */
    private record Wished(String name, String description, String place, Slot slot) {
        boolean is(Listed listed) {
            return name.equals(listed.name())
                    && description.equals(listed.description())
                    && place.equals(listed.place())
                    && slot.starts().equals(listed.starts())
                    && slot.ends().equals(listed.ends());
        }

        DataObject body(boolean starts) {
            DataObject body = DataObject.empty()
                    .put("name", name)
                    .put("description", description)
                    .put("scheduled_end_time", slot.ends().toString())
                    .put("entity_metadata", DataObject.empty().put("location", place));
            return starts ? body.put("scheduled_start_time", slot.starts().toString()) : body;
        }
    }

    @Override
    public Outcome schedule(Schedule schedule) {
        String guild =
                house.channel(schedule.room().value()).map(House.Channel::guild).orElse(null);
        if (guild == null) {
            return new Outcome.Refused(Phrase.of("discord.channel-gone"));
        }
        String path = "/guilds/" + guild + "/scheduled-events";
        Answer answer = rest.send(Call.get(path));
        if (!answer.ok()) {
            return refused(answer);
        }
        List<Listed> listed = answer.array().stream(DataArray::getObject)
                .filter(event -> own.bot().equals(event.getString("creator_id", "")))
                .map(Listed::of)
                .toList();
        return all(changes(path, new ArrayList<>(listed), schedule));
    }

    /** What is no longer wanted goes first, so that there is room for what is. */
    private List<Call> changes(String path, List<Listed> left, Schedule schedule) {
        List<Call> calls = new ArrayList<>();
        List<Listed> ended = new ArrayList<>();
        for (Slot slot : schedule.slots()) {
            Wished wished = wished(slot, schedule);
            Listed found = take(left, slot);
            boolean other = found != null && !found.starts().equals(slot.starts());
            if (found == null || (other && found.runs())) {
                Optional.ofNullable(found).ifPresent(ended::add);
                if (slot.starts().isAfter(clock.instant())) {
                    calls.add(Call.of("POST", path, created(wished)).onlyOnce());
                }
            } else if (!wished.is(found)) {
                calls.add(Call.of("PATCH", path + "/" + found.id(), wished.body(other)));
            }
        }
        ended.addAll(left);
        ended.forEach(event -> calls.addFirst(gone(path, event)));
        return calls;
    }

    /** In order, up to the first that is not done; what is done is found to be so by the next try. */
    private Outcome all(List<Call> calls) {
        for (Call call : calls) {
            Answer answer = rest.send(call);
            if (!answer.ok() && answer.code() != UNKNOWN_EVENT) {
                return refused(answer);
            }
        }
        return Outcome.Done.of();
    }

    private static @Nullable Listed take(List<Listed> left, Slot slot) {
        List<Predicate<Listed>> signs = List.of(
                event -> event.description().strip().endsWith(mark(slot)),
                event -> event.name().equals(cut(slot.title(), LONGEST))
                        && event.starts().equals(slot.starts()));
        for (Predicate<Listed> sign : signs) {
            Optional<Listed> found = left.stream().filter(sign).findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
                return found.get();
            }
        }
        return null;
    }

    private Wished wished(Slot slot, Schedule schedule) {
        String words =
                plain.text(Document.of(slot.words()), schedule.language()).plain();
        String end = "\n\n" + mark(slot);
        return new Wished(
                cut(slot.title(), LONGEST),
                (cut(words, LONGEST_DESCRIPTION - end.length()) + end).strip(),
                cut(slot.place(), LONGEST),
                slot);
    }

    private static String mark(Slot slot) {
        return "#" + slot.key();
    }

    private static DataObject created(Wished wished) {
        return wished.body(true).put("privacy_level", ONLY_MEMBERS).put("entity_type", EXTERNAL);
    }

    /** What runs is ended, what was only planned is taken away. */
    private static Call gone(String path, Listed event) {
        String its = path + "/" + event.id();
        return event.runs() ? Call.of("PATCH", its, DataObject.empty().put("status", COMPLETED)) : Call.delete(its);
    }

    private static Outcome refused(Answer answer) {
        return switch (answer.code()) {
            case MISSING_ACCESS, MISSING_PERMISSIONS -> new Outcome.Refused(Phrase.of("discord.give-events"));
            case TOO_MANY_EVENTS -> new Outcome.Refused(Phrase.of("discord.too-many-events"));
            default -> Outcomes.of(answer);
        };
    }

    private static String cut(String words, int most) {
        int end = Math.min(words.length(), most);
        boolean within = end < words.length() && Character.isHighSurrogate(words.charAt(end - 1));
        return words.substring(0, within ? end - 1 : end).strip();
    }
}
