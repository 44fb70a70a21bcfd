package lyceum.kernel.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What shall be shown, without how. Where a platform has no buttons, adapters number the choices.
 *
 * @param choices in order, below the blocks
 */
public record Document(List<Block> blocks, List<Choice> choices) {
    public Document {
        blocks = List.copyOf(blocks);
        choices = List.copyOf(choices);
    }

    public static Document of(Say... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (Say say : paragraphs) {
            blocks.add(new Block.Paragraph(say));
        }
        return new Document(blocks, List.of());
    }

    public Document plus(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Document(more, choices);
    }

    /** The files in it, in order; those of cards are not among them. */
    public List<Block.File> files() {
        return blocks.stream()
                .filter(Block.File.class::isInstance)
                .map(Block.File.class::cast)
                .toList();
    }

    /** The same, where these files are not shown. */
    public Document withoutFiles(Predicate<Block.File> gone) {
        List<Block> rest = blocks.stream()
                .filter(block -> !(block instanceof Block.File file && gone.test(file)))
                .toList();
        return new Document(rest, choices);
    }

    public Document withChoices(Choice... offered) {
        return new Document(blocks, List.of(offered));
    }
}
