package lyceum.moderation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Place;
import lyceum.kernel.event.Talk;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Wish;

/** Stands where the members stand: everybody's account is the person, and {@code twice} has two; whoever is called {@code shy} is not to be relayed. */
final class Everybody implements Feature {
    @Override
    public String name() {
        return "faces";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Talk.class, Asking.class, Place.NativeHold.class, People.MemberJoined.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        Speaker speaker = event.speaker();
        if (speaker == null) {
            return Reaction.NONE;
        }
        Language language = speaker.name().equals("小明") ? Language.ZH : Language.EN;
        Set<Wish> wishes = speaker.name().equals("shy") ? Set.of(Wish.NOT_RELAYED) : Set.of();
        return Reaction.actingAs(new Actor(
                new MemberId(speaker.name().hashCode() & 0x7fffffff),
                accounts(speaker),
                speaker.standing(),
                language,
                ZoneOffset.UTC,
                wishes));
    }

    private static Set<AuthorId> accounts(Speaker speaker) {
        return speaker.name().equals("twice")
                ? Set.of(AuthorId.parse("discord:twice"), AuthorId.parse("telegram:twice"))
                : Set.of(speaker.id());
    }
}
