package lyceum.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.platform.Outcome;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Keeps people from speaking in a guild or from being in it. */
final class Measures {
    private static final String MUTED_UNTIL = "communication_disabled_until";
    /** Discord takes no longer than 28 days; the minute is for clocks that differ. */
    private static final Duration LONGEST = Duration.ofDays(28).minusMinutes(1);

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final Rest rest;
    private final House house;
    private final InstantSource clock;

    Measures(Rest rest, House house, InstantSource clock) {
        this.rest = rest;
        this.house = house;
        this.clock = clock;
    }

    Outcome restrict(Restrict restrict) {
        Optional<House.Channel> channel = house.channel(restrict.room().value());
        if (channel.isEmpty()) {
            return new Outcome.Refused(Phrase.of("discord.channel-gone"));
        }
        String guild = "/guilds/" + channel.get().guild();
        String member = guild + "/members/" + restrict.account().value();
        String ban = guild + "/bans/" + restrict.account().value();
        return switch (restrict.measure()) {
            case SILENCE -> outcome(rest.send(Call.of("PATCH", member, muted(restrict.until()))), false);
            case KICK -> outcome(rest.send(Call.delete(member)), true);
            case BAN -> outcome(rest.send(Call.of("PUT", ban, DataObject.empty())), false);
            case FREE -> free(member, ban);
        };
    }

    private Outcome free(String member, String ban) {
        Outcome back = outcome(rest.send(Call.delete(ban)), true);
        return back instanceof Outcome.Done
                ? outcome(rest.send(Call.of("PATCH", member, DataObject.empty().putNull(MUTED_UNTIL))), true)
                : back;
    }

    private DataObject muted(@Nullable Instant until) {
        Instant longest = clock.instant().plus(LONGEST);
        Instant end = until == null || until.isAfter(longest) ? longest : until;
        return DataObject.empty().put(MUTED_UNTIL, end.toString());
    }

    private static Outcome outcome(Answer answer, boolean fineWhereNobodyIs) {
        if (answer.status() == NOT_FOUND) {
            return fineWhereNobodyIs ? Outcome.Done.of() : new Outcome.Refused(Phrase.of("discord.left"));
        }
        if (answer.status() == FORBIDDEN) {
            return new Outcome.Refused(Outcomes.answered(FORBIDDEN, answer.code(), "discord.give-measures"));
        }
        return Outcomes.of(answer);
    }
}
