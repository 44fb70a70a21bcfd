package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lyceum.program.Checkout.Ended;
import lyceum.program.Checkout.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the root: which JDK it takes, when it builds, what it hands to java, and how it sums the tests. */
class LauncherTest {
    private Checkout checkout;

    @BeforeEach
    void given(@TempDir Path folder) throws IOException {
        checkout = new Checkout(folder);
    }

    @Nested
    class TheJdk {
        @Test
        void namedForLyceumComesFirst() throws Exception {
            checkout.set("LYCEUM_JAVA_HOME", checkout.jdk("a", "25.0.1").toString());
            checkout.set("JAVA_HOME", checkout.jdk("b", "26").toString());
            assertThat(checkout.run().out()).startsWith("java 25.0.1\n");
        }

        @Test
        void thatIsTooOldIsPassedOverForOneInTheUsualFolders() throws Exception {
            checkout.set("JAVA_HOME", checkout.jdk("old", "17.0.15").toString());
            checkout.jdk("jdks/jdk-8", "1.8.0_452");
            checkout.jdk("jdks/temurin 26", "26-ea");
            assertThat(checkout.run().out()).startsWith("java 26-ea\n");
        }

        @Test
        void isFoundThroughALinkOnThePath() throws Exception {
            Path home = checkout.jdk("elsewhere", "27.0.1");
            Files.createSymbolicLink(checkout.folder.resolve("bin/java"), home.resolve("bin/java"));
            assertThat(checkout.run().out()).startsWith("java 27.0.1\n");
        }

        @Test
        void isFoundInTheFolderOfAMac() throws Exception {
            checkout.jdk("jdks/temurin-25.jdk/Contents/Home", "25");
            assertThat(checkout.run().out()).startsWith("java 25\n");
        }

        @Test
        void withoutCompilerIsNone() throws Exception {
            Files.delete(checkout.jdk("jdks/jre", "25").resolve("bin/javac"));
            assertThat(checkout.run().status()).isEqualTo(1);
        }

        @Test
        void missingIsOneSentenceThatNamesWhatToInstall() throws Exception {
            Ended english = checkout.run("demo");
            Ended chinese = checkout.set("LANG", "zh_CN.UTF-8").run("demo");
            assertThat(english.err().lines())
                    .singleElement()
                    .asString()
                    .contains("install one", "Temurin 25", "LYCEUM_JAVA_HOME");
            assertThat(chinese.err().lines())
                    .singleElement()
                    .asString()
                    .contains("请安装", "Temurin 25", "LYCEUM_JAVA_HOME");
            assertThat(english.status()).isEqualTo(1);
        }
    }

    @Nested
    class ADriver {
        @BeforeEach
        void given() throws IOException {
            checkout.jdk("jdks/25", "25.0.3");
            Files.writeString(checkout.source("adapters/javacord/pom.xml"), "<lyceum.driver>");
            checkout.maven("for a; do case $a in -Dlyceum.driver=*) echo driver >\"${a#*=}\";; esac; done");
        }

        @Test
        void isBuiltAndPutBesideTheProgramWhichIsNot() throws Exception {
            Ended ended = checkout.run("driver", "javacord");
            Path jar = checkout.root.resolve("bot/program/target/drivers/lyceum-javacord.jar");
            assertThat(ended.out()).isEqualTo(jar + "\n");
            assertThat(jar).hasContent("driver");
            assertThat(checkout.jar()).doesNotExist();
        }

        @Test
        void thatThereIsNotIsAnsweredWithThoseThereAre() throws Exception {
            Ended ended = checkout.run("driver", "discord4j");
            assertThat(ended.err()).contains("javacord");
            assertThat(ended.status()).isEqualTo(2);
        }
    }

    @Nested
    class TheJar {
        @BeforeEach
        void given() throws IOException {
            checkout.jdk("jdks/25", "25.0.3");
        }

        @Test
        void isBuiltWithProgressAndRunWithTheArgumentsAsTheyAre() throws Exception {
            Ended ended = checkout.run("check", "--config", "my file.yaml", "*");
            assertThat(ended.err()).contains("building 2 of 3: kernel");
            assertThat(ended.out()).endsWith("-jar\n" + checkout.jar() + "\ncheck\n--config\nmy file.yaml\n*\n");
        }

        @Test
        void isBuiltAgainOnlyWhenASourceIsNewer() throws Exception {
            checkout.run();
            Ended same = checkout.run();
            Checkout.age(checkout.jar(), 30);
            checkout.source("kernel/src/test/java/ATest.java");
            checkout.run();
            assertThat(checkout.builds()).isEqualTo(1);
            assertThat(same.err()).isEmpty();

            Checkout.age(checkout.source("kernel/src/main/java/A.java"), 5);
            checkout.run();
            assertThat(checkout.builds()).isEqualTo(2);
        }

        @Test
        void isBuiltAgainWhenASourceIsGone() throws Exception {
            Path gone = checkout.source("kernel/src/main/java/B.java");
            checkout.run();
            Checkout.age(checkout.jar(), 30);
            Files.delete(gone);
            checkout.run();
            assertThat(checkout.builds()).isEqualTo(2);
        }

        @Test
        void staysAsItWasWhenTheBuildFails() throws Exception {
            checkout.run();
            Checkout.age(checkout.jar(), 90);
            checkout.maven("echo '[ERROR] A.java:[1,1] no semicolon'; exit 1");
            Ended ended = checkout.run();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).contains("no semicolon", "build.log");
            assertThat(checkout.jar()).hasContent("jar");
        }

        @Test
        void isNotBuiltTwiceByTwoStarts() throws Exception {
            Path go = checkout.folder.resolve("go");
            checkout.maven("echo ran >>\"$0.log\"; n=0; until [ -e '" + go
                    + "' ] || [ $n -gt 500 ]; do n=$((n+1)); sleep 0.05; done\n"
                    + "for a; do case $a in -Dlyceum.jar=*) echo jar >\"${a#*=}\";; esac; done");
            Running first = checkout.start("one");
            await().until(() -> checkout.builds() == 1);
            Running second = checkout.start("two");
            await().until(() -> Files.readString(second.err()).contains("waiting"));
            Files.createFile(go);
            assertThat(first.end().out()).endsWith("one\n");
            assertThat(second.end().out()).endsWith("two\n");
            assertThat(checkout.builds()).isEqualTo(1);
        }

        @Test
        void isBuiltAlthoughABuildWasKilledBefore() throws Exception {
            Process dead = new ProcessBuilder("true").start();
            dead.waitFor();
            Files.createDirectories(checkout.root.resolve(".lyceum"));
            Files.createSymbolicLink(checkout.root.resolve(".lyceum/building"), Path.of(Long.toString(dead.pid())));
            assertThat(checkout.run().status()).isZero();
        }

        @Test
        void cannotBeBuiltWithoutMavenAndASentenceSaysSo() throws Exception {
            Files.delete(checkout.folder.resolve("bin/mvn"));
            Path tools = checkout.folder.resolve("tools");
            for (String tool : new String[] {"find", "head", "grep", "ln", "rm", "mkdir", "readlink"}) {
                Checkout.script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
            }
            Ended ended = checkout.set("PATH", tools.toString()).run();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).contains("Maven was not found: install version 3.8 or later");
        }
    }

    @Nested
    class TheCache {
        @BeforeEach
        void given() throws IOException {
            checkout.jdk("jdks/25", "25.0.3");
            checkout.set("LYCEUM_AOT", "on")
                    .set("XDG_CACHE_HOME", checkout.folder.resolve("cache").toString());
        }

        private Path made() throws IOException {
            try (var files = Files.list(checkout.folder.resolve("cache/lyceum"))) {
                return files.filter(file -> file.toString().endsWith(".aot"))
                        .findAny()
                        .orElseThrow();
            }
        }

        @Test
        void isMadeBesideTheFirstRunAndUsedByTheNext() throws Exception {
            Ended first = checkout.run("demo");
            await().ignoreExceptions().until(() -> Files.exists(made()));
            assertThat(first.out()).doesNotContain("AOTCache");
            assertThat(checkout.run("demo").out()).contains("-XX:AOTCache=" + made());
        }

        @Test
        void ofAnOlderJarIsNotUsed() throws Exception {
            checkout.run("demo");
            await().ignoreExceptions().until(() -> Files.exists(made()));
            Checkout.age(made(), 30);
            assertThat(checkout.run("check").out()).doesNotContain("AOTCache");
        }
    }

    @Nested
    class TheTestSuite {
        private static final String REPORT =
                "mkdir -p kernel/target/surefire-reports; echo '<testsuite xmlns:xsi=\"x\" name=\"tests=9\" time=\"1\" tests=\"%d\" errors=\"%d\""
                        + " skipped=\"%d\" failures=\"%d\">' >kernel/target/surefire-reports/TEST-%s.xml\n";

        @BeforeEach
        void given() throws IOException {
            checkout.jdk("jdks/25", "25.0.3");
        }

        @Test
        void isSummedOverAllReportsOfThisRun() throws Exception {
            Path old = checkout.source("kernel/target/surefire-reports/TEST-Old.xml");
            Files.writeString(old, "<testsuite tests=\"7\" errors=\"7\" skipped=\"0\" failures=\"0\">");
            checkout.maven(REPORT.formatted(3, 0, 0, 0, "A") + REPORT.formatted(2, 0, 0, 0, "B") + "echo \"$@\"");
            Ended ended = checkout.run("test", "--soak");
            assertThat(ended.out()).contains("-Psoak", "verify").endsWith("5 passed, 0 failed, 0 skipped\n");
            assertThat(ended.status()).isZero();
        }

        @Test
        void failsWhereATestFailed() throws Exception {
            checkout.maven(REPORT.formatted(5, 1, 0, 1, "A") + "exit 1");
            Ended ended = checkout.run("test");
            assertThat(ended.out()).endsWith("3 passed, 2 failed, 0 skipped\n");
            assertThat(ended.status()).isEqualTo(1);
        }

        @Test
        void failsWhereATestIsSkippedOrNoneRan() throws Exception {
            checkout.maven(REPORT.formatted(5, 0, 1, 0, "A"));
            Ended skipped = checkout.run("test");
            checkout.maven("true");
            Ended none = checkout.run("test");
            assertThat(skipped.out()).endsWith("4 passed, 0 failed, 1 skipped\n");
            assertThat(skipped.status()).isEqualTo(1);
            assertThat(none.status()).isEqualTo(1);
        }

        @Test
        void knowsOnlySoak() throws Exception {
            Ended ended = checkout.run("test", "--fast");
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err()).contains("--soak");
        }
    }
}
