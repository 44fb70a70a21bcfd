package lyceum.javacord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.platform.Outcome;
import org.javacord.api.entity.permission.Role;
import org.javacord.api.entity.server.Server;
import org.javacord.core.util.rest.RestEndpoint;
import org.javacord.core.util.rest.RestMethod;
import org.jspecify.annotations.Nullable;

/** Keeps people from speaking in the guild or from being in it, and gives them roles. */
final class Measures {
    private static final String MUTED_UNTIL = "communication_disabled_until";
    /** Discord takes no longer than 28 days; the minute is for clocks that differ. */
    private static final Duration LONGEST = Duration.ofDays(28).minusMinutes(1);

    private final Requests requests;
    private final Server server;
    private final InstantSource clock;

    Measures(Requests requests, Server server, InstantSource clock) {
        this.requests = requests;
        this.server = server;
        this.clock = clock;
    }

    Outcome restrict(Restrict restrict) {
        String account = restrict.account().value();
        return switch (restrict.measure()) {
            case SILENCE -> mute(account, until(restrict.until()), Refusals::say);
            case KICK ->
                member(RestMethod.DELETE, account, JsonNodeFactory.instance.objectNode(), Refusals::fineWhereGone);
            case BAN ->
                asked(RestMethod.PUT, RestEndpoint.BAN, List.of(server.getIdAsString(), account), Refusals::say);
            case FREE -> free(account);
        };
    }

    Outcome grant(AuthorId account, String name) {
        return Faces.role(server, name)
                .map(role -> role(RestMethod.PUT, account, role, Refusals::say))
                .orElseGet(() -> noRole(name));
    }

    Outcome revoke(AuthorId account, String name) {
        return Faces.role(server, name)
                .map(role -> role(RestMethod.DELETE, account, role, Refusals::fineWhereGone))
                .orElseGet(() -> noRole(name));
    }

    private static Outcome noRole(String name) {
        return new Outcome.Refused(Phrase.of("discord.no-role", name));
    }

    private Outcome role(RestMethod method, AuthorId account, Role role, Requests.OnRefusal refused) {
        return asked(
                method,
                RestEndpoint.SERVER_MEMBER_ROLE,
                List.of(server.getIdAsString(), account.value(), role.getIdAsString()),
                refused);
    }

    private Outcome asked(RestMethod method, RestEndpoint endpoint, List<String> path, Requests.OnRefusal refused) {
        return requests.outcome(
                requests.ask(
                        server.getApi(),
                        new Requests.Ask(method, endpoint, path, JsonNodeFactory.instance.objectNode())),
                refused);
    }

    private Outcome free(String account) {
        Outcome back = requests.outcome(server.unbanUser(account), Refusals::fineWhereGone);
        return back instanceof Outcome.Done ? mute(account, null, Refusals::fineWhereGone) : back;
    }

    /** By the account alone: whom Javacord does not have in its cache can be kept from speaking too. */
    private Outcome mute(String account, @Nullable Instant until, Requests.OnRefusal refused) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(MUTED_UNTIL, until == null ? null : until.toString());
        return member(RestMethod.PATCH, account, body, refused);
    }

    private Outcome member(RestMethod method, String account, ObjectNode body, Requests.OnRefusal refused) {
        return requests.outcome(
                requests.ask(
                        server.getApi(),
                        new Requests.Ask(
                                method, RestEndpoint.SERVER_MEMBER, List.of(server.getIdAsString(), account), body)),
                refused);
    }

    private Instant until(@Nullable Instant wanted) {
        Instant longest = clock.instant().plus(LONGEST);
        return wanted == null || wanted.isAfter(longest) ? longest : wanted;
    }
}
