package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** docs/DEPENDENCIES.md says of everything that comes from outside why it is here. */
class DependenciesDocTest {
  /** A row of the page: | `group:artifact` | licence | what for and why. | */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`:]+:[^`:]+)` \\| [^|]{3,} \\| [^|]{20,} \\|$");

  @Test
  void everythingFromOutsideHasOneLine() throws Exception {
    Set<String> used = new TreeSet<>();
    for (Path pom : poms()) {
      used.addAll(outsidersIn(pom));
    }
    assertThat(used).contains("com.google.code.gson:gson", "com.uber.nullaway:nullaway");
    assertThat(ROW.matcher(ProjectRoot.read("docs/DEPENDENCIES.md")).results())
        .extracting((MatchResult row) -> row.group(1))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static Set<Path> poms() throws Exception {
    try (Stream<Path> files = Files.find(ProjectRoot.find(), 2, (file, _) -> isPom(file))) {
      return files.collect(Collectors.toSet());
    }
  }

  private static boolean isPom(Path file) {
    return file.endsWith("pom.xml");
  }

  /** Dependencies, plugins, what the compiler loads, and tools that the build fetches. */
  private static Set<String> outsidersIn(Path pom) throws Exception {
    NodeList artifacts =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName("artifactId");
    return IntStream.range(0, artifacts.getLength())
        .mapToObj(artifacts::item)
        .filter(artifact -> isOneOf(artifact.getParentNode().getNodeName()))
        .map(artifact -> groupOf((Element) artifact.getParentNode()) + ":" + text(artifact))
        .filter(name -> !name.startsWith("chat.parley:"))
        .collect(Collectors.toSet());
  }

  private static boolean isOneOf(String element) {
    return Set.of("dependency", "plugin", "path", "artifactItem").contains(element);
  }

  private static String groupOf(Element of) {
    NodeList group = of.getElementsByTagName("groupId");
    return group.getLength() == 0 ? "org.apache.maven.plugins" : text(group.item(0));
  }

  private static String text(Node node) {
    return node.getTextContent().strip();
  }
}
