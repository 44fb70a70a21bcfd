package lyceum.scheduler.classes;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Talk;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;

/** Stands where members stand: says who acts, over all their accounts. The test changes who people are. */
public final class Cast implements Feature {
    private final Map<AuthorId, Actor> people = new TreeMap<>(Comparator.comparing(AuthorId::toString));

    public void has(long member, String zone, Language language, String... accounts) {
        put(member, zone, language, Set.of(), accounts);
    }

    void hasQuiet(long member, String zone, Language language, String... accounts) {
        put(member, zone, language, Set.of(Wish.NO_PRIVATE_MESSAGES), accounts);
    }

    private void put(long member, String zone, Language language, Set<Wish> wishes, String... accounts) {
        Set<AuthorId> ids =
                Set.copyOf(List.of(accounts).stream().map(AuthorId::parse).toList());
        Actor actor = new Actor(new MemberId(member), ids, Standing.FAN, language, ZoneId.of(zone), wishes);
        ids.forEach(id -> people.put(id, actor));
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Talk.class, Asking.class, People.PresenceChanged.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        Speaker speaker = event.speaker();
        Actor actor = speaker == null ? null : people.get(speaker.id());
        return speaker == null || actor == null
                ? Reaction.NONE
                : Reaction.actingAs(new Actor(
                        actor.member(),
                        actor.accounts(),
                        speaker.standing(),
                        actor.language(),
                        actor.zone(),
                        actor.wishes()));
    }
}
