package lyceum.program.simulation;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Settles;
import org.jspecify.annotations.Nullable;

/** A platform whose room can be read back, as Discord and the live room. */
record ReadBack(Place place) implements Platform, Edits, Deletes, Settles {
    @Override
    public PlatformName name() {
        return place.room().platform();
    }

    @Override
    public void start(Inbox inbox) {}

    @Override
    public List<Post> fit(Post post) {
        return place.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return place.post(post);
    }

    @Override
    public Outcome edit(Edit edit) {
        return place.edit(edit);
    }

    @Override
    public Outcome delete(Delete delete) {
        return place.delete(delete);
    }

    /** No hub dies here. */
    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        return unclear.stream().map(_ -> Optional.<MessageId>empty()).toList();
    }

    @Override
    public Health health() {
        return new Health(true, Text.EMPTY);
    }

    @Override
    public void close() {}
}
