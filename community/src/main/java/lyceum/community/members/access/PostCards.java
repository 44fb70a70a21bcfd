package lyceum.community.members.access;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.RoomId;

/** What people read of posts for those who have a plan. */
final class PostCards {
    private final List<Plan> plans;

    PostCards(List<Plan> plans) {
        this.plans = plans;
    }

    /** What everybody sees of it in a room: that it is there, and how it is opened. */
    Document card(SubscriberPost post, RoomId room) {
        String title = post.content().title();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                title.isEmpty()
                        ? Phrase.of("access.post-card-untitled", plan(post))
                        : Phrase.of("access.post-card", plan(post), Text.of(title))));
        int files = post.content().files().size();
        if (files > 0) {
            blocks.add(new Block.Paragraph(Phrase.of("access.post-files", Integer.toString(files))));
        }
        blocks.add(new Block.Paragraph(Phrase.of("access.post-how", command(post, room))));
        return new Document(
                blocks, List.of(new Choice(Posts.OPEN_BUTTON + post.id(), Phrase.of("access.post-open"), Weight.GOOD)));
    }

    static Document gone() {
        return Document.of(Phrase.of("access.post-card-gone"));
    }

    /** What those read who may. */
    static Document content(SubscriberPost post) {
        List<Block> blocks = new ArrayList<>();
        if (!post.content().words().isEmpty()) {
            blocks.add(new Block.Paragraph(post.content().words()));
        }
        blocks.addAll(post.content().files());
        return new Document(blocks, List.of());
    }

    /** What it needs, and how that is had. */
    Document needs(SubscriberPost post) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Phrase.of("access.post-needs", plan(post))));
        blocks.add(new Block.Paragraph(Phrase.of("access.link", Text.of("/link", new Mark.Code()))));
        blocks.addAll(AccessCard.prices(Plan.named(plans, post.plan()).stream().toList()));
        return new Document(blocks, List.of());
    }

    /** Told to whoever posted it, who may take it back there. */
    Document posted(SubscriberPost post) {
        return Document.of(Phrase.of("access.post-out", Text.of(Long.toString(post.id())), plan(post)))
                .withChoices(
                        new Choice(Posts.REMOVE_BUTTON + post.id(), Phrase.of("access.post-remove"), Weight.HARMFUL));
    }

    /** Which of several plans is meant must be said. */
    Document which() {
        return Document.of(Phrase.of("access.post-which"))
                .plus(new Block.Bullets(
                        plans.stream().map(plan -> (Say) Text.of(plan.name())).toList()));
    }

    private Text plan(SubscriberPost post) {
        return Text.of(Plan.named(plans, post.plan()).map(Plan::title).orElse(post.plan()));
    }

    /** In stream chat a stroke before the word is the platform's own. */
    private static Text command(SubscriberPost post, RoomId room) {
        String sign = room.platform().value().equals("twitch") ? "!" : "/";
        return Text.of(sign + Posts.OPEN + " " + post.id(), new Mark.Code());
    }
}
