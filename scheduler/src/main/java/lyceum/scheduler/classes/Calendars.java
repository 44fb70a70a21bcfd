package lyceum.scheduler.classes;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;

/** Gives people the address of their classes for calendar programs: whoever has it reads them, so it is said in private only. */
public final class Calendars implements Feature {
    private static final String NAME = "calendars";
    private static final String COMMAND = "class-calendar";

    private final LongFunction<String> address;
    private final Predicate<CommandInvoked> alone;

    /**
     * @param address of a member's calendar
     * @param alone whether nobody else sees the answer to a command
     */
    public Calendars(LongFunction<String> address, Predicate<CommandInvoked> alone) {
        this.address = address;
        this.alone = alone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(CommandInvoked.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(COMMAND, List.of("课程日历"), Phrase.of("classes.class-calendar"), List.of(), Standing.FAN));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        Actor actor = tx.actor();
        return event instanceof CommandInvoked invoked && invoked.command().equals(COMMAND) && actor != null
                ? Reaction.of(new Respond(invoked.reply(), answer(invoked, actor), actor.language(), true, NAME))
                : Reaction.NONE;
    }

    private Document answer(CommandInvoked invoked, Actor actor) {
        return alone.test(invoked)
                ? Document.of(
                        Phrase.of("classes.calendar"),
                        Text.of(address.apply(actor.member().value())))
                : Document.of(Phrase.of("classes.calendar-private"));
    }
}
