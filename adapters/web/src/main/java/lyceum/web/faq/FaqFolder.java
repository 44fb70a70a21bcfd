package lyceum.web.faq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.web.Template;

/**
 * A folder of public answers: a page for each with the data by which search engines show it, an index, a map of the site and a feed
 * for each language. What is answered no more has no file either.
 */
public final class FaqFolder {
    private static final String STYLE = "faq.css";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final URI address;
    private final String community;
    private final Phrases phrases;
    private final Template page = Template.of(FaqFolder.class, "page.html");

    /**
     * @param address where the folder will stand, with a slash at the end
     * @param phrases the bundle {@code web}
     */
    public FaqFolder(Path folder, URI address, String community, Phrases phrases) {
        this.folder = folder;
        this.address = address;
        this.community = community;
        this.phrases = phrases;
    }

    /**
     * An answer in one language.
     *
     * @param id unique among those of its language
     */
    public record Entry(long id, Language language, String asked, String answer, Instant at) {
        String file() {
            return language.tag() + "-" + id + ".html";
        }
    }

    /** Writes all, and removes pages of answers that are not among them. */
    public void write(List<Entry> entries) throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put(STYLE, Template.resource(FaqFolder.class, STYLE));
        entries.forEach(entry -> files.put(entry.file(), page(entry)));
        files.put("index.html", index(entries));
        files.put("sitemap.xml", sitemap(entries));
        for (Language language : Language.values()) {
            files.put(feed(language), atom(entries, language));
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        removeOthers(files.keySet());
    }

    private void removeOthers(Set<String> kept) throws IOException {
        String own = Stream.of(Language.values()).map(Language::tag).collect(Collectors.joining("|", "(?:", ")"));
        try (Stream<Path> there = Files.list(folder)) {
            List<Path> gone = there.filter(
                            file -> !kept.contains(file.getFileName().toString()))
                    .filter(file -> file.getFileName().toString().matches(own + "-[0-9]+\\.html"))
                    .toList();
            for (Path file : gone) {
                Files.delete(file);
            }
        }
    }

    private String page(Entry entry) {
        Map<String, String> parts = parts(entry.language(), entry.asked());
        parts.put("data", "<script type=\"application/ld+json\">" + data(entry) + "</script>");
        parts.put("home", "<a href=\"index.html\">" + Template.escaped(community) + "</a>");
        parts.put("body", "<div class=\"answer\">" + Template.escaped(entry.answer()) + "</div>");
        return page.filled(parts);
    }

    private String index(List<Entry> entries) {
        Map<String, String> parts = parts(Language.EN, community);
        parts.put("data", "");
        parts.put("home", "");
        List<String> items = new ArrayList<>();
        for (Entry entry : entries) {
            items.add("<li lang=\"%s\"><a href=\"%s\">%s</a></li>"
                    .formatted(entry.language().tag(), entry.file(), Template.escaped(entry.asked())));
        }
        parts.put("body", "<ul>\n" + String.join("\n", items) + "\n</ul>");
        return page.filled(parts);
    }

    private Map<String, String> parts(Language language, String heading) {
        Map<String, String> parts = new HashMap<>();
        parts.put("lang", language.tag());
        parts.put("title", Template.escaped(heading.equals(community) ? heading : heading + " · " + community));
        parts.put("heading", Template.escaped(heading));
        parts.put("feed", feed(language));
        parts.put(
                "consent",
                Template.escaped(
                        phrases.render(Phrase.of("web.faq-consent"), language).plain()));
        return parts;
    }

    /** What search engines read, as schema.org says it; nothing in it can end the element that it stands in. */
    private static String data(Entry entry) {
        ObjectNode data = JSON.createObjectNode();
        data.put("@context", "https://schema.org").put("@type", "QAPage");
        ObjectNode question = data.putObject("mainEntity");
        question.put("@type", "Question").put("name", entry.asked()).put("text", entry.asked());
        question.put("answerCount", 1).put("inLanguage", entry.language().tag()).put("datePublished", day(entry.at()));
        question.putObject("acceptedAnswer").put("@type", "Answer").put("text", entry.answer());
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }

    private String sitemap(List<Entry> entries) {
        StringBuilder map = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        map.append("<url><loc>%s</loc></url>\n".formatted(link("index.html")));
        for (Entry entry : entries) {
            map.append(
                    "<url><loc>%s</loc><lastmod>%s</lastmod></url>\n".formatted(link(entry.file()), day(entry.at())));
        }
        return map.append("</urlset>\n").toString();
    }

    private String atom(List<Entry> entries, Language language) {
        Instant newest = entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        StringBuilder feed = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
                <id>%s</id><title>%s</title><updated>%s</updated><author><name>%3$s</name></author><link rel="self" href="%2$s"/>
                """.formatted(
                        language.tag(),
                        link(feed(language)),
                        Template.escaped(community),
                        newest.truncatedTo(ChronoUnit.SECONDS)));
        for (Entry entry : entries) {
            if (entry.language() == language) {
                feed.append("<entry><id>%s</id><title>%s</title><updated>%s</updated><link href=\"%1$s\"/><content>%s"
                                .formatted(
                                        link(entry.file()),
                                        Template.escaped(entry.asked()),
                                        entry.at().truncatedTo(ChronoUnit.SECONDS),
                                        Template.escaped(entry.answer()))
                        + "</content></entry>\n");
            }
        }
        return feed.append("</feed>\n").toString();
    }

    private String link(String file) {
        return Template.escaped(address.resolve(file).toString());
    }

    private static String feed(Language language) {
        return "feed-" + language.tag() + ".xml";
    }

    private static String day(Instant at) {
        return at.toString().substring(0, "2026-01-01".length());
    }
}
