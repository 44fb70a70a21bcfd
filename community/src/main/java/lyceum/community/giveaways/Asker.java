package lyceum.community.giveaways;

import java.text.Normalizer;
import java.util.Map;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;

/** Somebody who asks. */
record Asker(Tx tx, Actor actor, Asking asking, Map<String, String> options) {
    Respond answer(Say... said) {
        return answer(Document.of(said));
    }

    Respond answer(Document document) {
        return new Respond(asking.reply(), document, actor.language(), true, Giveaways.NAME + ":answer");
    }

    String option(String name) {
        return Normalizer.normalize(options.getOrDefault(name, "").strip(), Normalizer.Form.NFC);
    }

    /** A whole number; {@code usual} where nothing is said. */
    int number(String name, int usual, int least, int most) throws Refused {
        String said = option(name);
        if (said.isEmpty()) {
            return usual;
        }
        if (!said.matches("[0-9]{1,6}") || Integer.parseInt(said) < least || Integer.parseInt(said) > most) {
            throw new Refused("no-" + name, said, least, most);
        }
        return Integer.parseInt(said);
    }
}
