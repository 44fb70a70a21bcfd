package lyceum.community.polls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.polls.Wanted.Refused;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;

/** Does what people ask of polls, and answers them. */
final class Requests {
    static final String POLL = "poll";
    static final String CHOICE = "choice";

    private static final String NUMBER = "#?[0-9]{1,18}";

    private final PollTable table;
    private final Polls polls;

    Requests(PollTable table, Polls polls) {
        this.table = table;
        this.polls = polls;
    }

    /** Somebody who asks. */
    private record Asker(Tx tx, Actor actor, Asking asking) {
        Respond answer(Phrase phrase) {
            return answer(Document.of(phrase));
        }

        Instant at() {
            return switch (asking) {
                case CommandInvoked invoked -> invoked.at();
                case ChoiceMade made -> made.at();
            };
        }

        Respond answer(Document document) {
            return new Respond(asking.reply(), document, actor.language(), true, Polls.NAME + ":answer");
        }
    }

    List<Effect> asked(Tx tx, Asking asking) {
        Actor actor = tx.actor();
        if (actor == null) {
            return List.of();
        }
        Asker asker = new Asker(tx, actor, asking);
        try {
            return switch (asking) {
                case CommandInvoked invoked -> command(asker, invoked);
                case ChoiceMade made -> choice(asker, made);
            };
        } catch (Refused e) {
            return List.of(asker.answer(e.phrase()));
        }
    }

    private List<Effect> command(Asker asker, CommandInvoked invoked) throws Refused {
        return switch (invoked.command()) {
            case Polls.NEW -> {
                Wanted wanted = new Wanted(invoked.options());
                yield make(asker, wanted, wanted.terms(), wanted.open());
            }
            case Polls.QUIZ -> {
                Wanted wanted = new Wanted(invoked.options());
                yield make(asker, wanted, wanted.quiz(), wanted.quick());
            }
            case Polls.BOARD ->
                List.of(asker.answer(polls.board(asker.tx(), asker.tx().now())));
            case Polls.CLOSE -> close(asker, found(asker, invoked.options().getOrDefault(POLL, "")));
            case Polls.VOTE -> vote(asker, invoked);
            default -> List.of();
        };
    }

    /** A button says {@code polls:vote:ID:PLACE} or, in the console, {@code polls:close:ID}. */
    private List<Effect> choice(Asker asker, ChoiceMade made) throws Refused {
        String[] parts = made.choice().split(":", 4);
        if (!parts[0].equals(Polls.NAME) || parts.length < 3) {
            return List.of();
        }
        Poll poll = found(asker, parts[2]);
        if (parts[1].equals("close")) {
            return asker.actor().standing().atLeast(Standing.CREATOR) ? close(asker, poll) : List.of();
        }
        int place = Wanted.place(poll, String.valueOf(Integer.parseInt(parts[3]) + 1))
                .orElseThrow(() -> new Refused("no-choice", parts[3]));
        List<Integer> before = table.ballot(
                asker.tx().read(), poll.id(), asker.actor().member().value());
        List<Effect> effects = new ArrayList<>(give(asker, poll, poll.pressed(before, place)));
        if (!asker.tx().can(made.message().room(), Edits.class)) {
            effects.removeIf(
                    Respond.class::isInstance); // stream chat would read an answer for each of a thousand votes
        }
        return effects;
    }

    private List<Effect> make(Asker asker, Wanted wanted, Terms terms, Duration open) throws Refused {
        Tx tx = asker.tx();
        Poll poll = new Poll(
                table.nextId(tx.read()),
                wanted.question(),
                wanted.options(),
                terms,
                tx.now(),
                tx.now().plus(open),
                polls.seed(tx),
                false);
        List<Effect> effects = new ArrayList<>(polls.open(tx, poll));
        String id = String.valueOf(poll.id());
        effects.add(asker.answer(
                poll.quiz()
                        ? Phrase.of("polls.made-quiz", id, String.valueOf(open.toSeconds()))
                        : Phrase.of("polls.made", id, String.valueOf(open.toMinutes()))));
        return effects;
    }

    private List<Effect> close(Asker asker, Poll poll) throws Refused {
        if (poll.closed()) {
            throw new Refused("is-closed", poll.question());
        }
        List<Effect> effects = new ArrayList<>(polls.close(asker.tx(), poll.id()));
        effects.add(asker.answer(Phrase.of("polls.closed", poll.question())));
        return effects;
    }

    private List<Effect> vote(Asker asker, CommandInvoked invoked) throws Refused {
        String said = invoked.options().getOrDefault(CHOICE, "").strip();
        String which = invoked.options().getOrDefault(POLL, "").strip();
        if (!which.isEmpty() && !which.matches(NUMBER)) {
            said = said + " " + which; // in chat an option of several words runs over
            which = "";
        }
        Poll poll = found(asker, which);
        return give(asker, poll, Choosing.read(poll, said));
    }

    private List<Effect> give(Asker asker, Poll poll, List<Integer> wanted) throws Refused {
        if (poll.closed()) {
            throw new Refused("is-closed", poll.question());
        }
        Tx tx = asker.tx();
        Speaker voter = asker.asking().speaker();
        long member = asker.actor().member().value();
        if (poll.quiz() && !table.ballot(tx.read(), poll.id(), member).isEmpty()) {
            throw new Refused("quiz-once", poll.question());
        }
        Speed speed = poll.quiz()
                ? Speed.of(
                        poll,
                        table.stood(tx.read(), poll.id()),
                        asker.asking().reply().room(),
                        new Speed.Answered(wanted.getFirst(), asker.at()))
                : Speed.NONE;
        table.vote(
                tx.write(),
                poll.id(),
                asker.actor(),
                new PollTable.Cast(voter.id(), voter.name(), wanted, tx.now(), speed));
        List<Effect> effects = new ArrayList<>(polls.changed(tx, poll.id()));
        String key = poll.quiz() ? "polls.answered" : "polls.voted-for";
        effects.add(asker.answer(wanted.isEmpty() ? Phrase.of("polls.taken-back") : Phrase.of(key, poll.said(wanted))));
        return effects;
    }

    /** The poll of that number, or the one that is open where no number is given. */
    private Poll found(Asker asker, String number) throws Refused {
        String said = number.strip();
        if (said.isEmpty()) {
            List<Long> open = table.open(asker.tx().read());
            if (open.isEmpty()) {
                throw new Refused("none-open");
            }
            said = String.valueOf(open.getFirst());
        }
        String digits = said.replaceFirst("^#", "");
        Refused none = new Refused("no-poll", said);
        if (!said.matches(NUMBER)) {
            throw none;
        }
        return table.find(asker.tx().read(), Long.parseLong(digits)).orElseThrow(() -> none);
    }
}
