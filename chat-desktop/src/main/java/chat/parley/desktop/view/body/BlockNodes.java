package chat.parley.desktop.view.body;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.text.Bearable;
import chat.parley.desktop.viewmodel.text.Block;
import chat.parley.desktop.viewmodel.text.Inline;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the Nodes of one message, and knows those that can be reached by keyboard. */
final class BlockNodes {
  private final BodyContext context;
  private final MentionNames names;
  private final Iterator<List<Span>> found;
  private final List<Node> targets = new ArrayList<>();

  /**
   * @param found what is pointed out in each piece of the passage
   */
  BlockNodes(BodyContext context, MentionNames names, List<List<Span>> found) {
    this.context = context;
    this.names = names;
    this.found = found.iterator();
  }

  List<Node> of(List<Block> blocks) {
    return blocks.stream().map(this::node).toList();
  }

  void setReachable(boolean reachable) {
    targets.forEach(node -> node.setFocusTraversable(reachable));
  }

  /** What leads to all of a text of which only the beginning is shown. */
  Node theRest(String body, Consumer<Node> show) {
    long count = body.lines().count();
    String words =
        count > 1 ? Texts.of("view.body.allLines", count) : Texts.of("view.body.allText");
    Button all =
        Controls.linkButton(words, () -> show.accept(new LinesView("", Bearable.inLines(body))));
    targets.add(all);
    return all;
  }

  /** Paragraphs, headings and blocks of code are the pieces of a passage, in the same order. */
  private List<Span> foundInNext() {
    return found.hasNext() ? found.next() : List.of();
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph ->
          paragraph(new ParagraphView(foundInNext()), paragraph.inlines());
      case Block.Heading heading -> heading(heading);
      case Block.CodeBlock code -> code(code);
      case Block.Quote quote -> blocks("message-quote", quote.blocks());
      case Block.Items items -> items(items);
      case Block.Rule _ -> styled(new Region(), "message-rule");
    };
  }

  private Node heading(Block.Heading heading) {
    ParagraphView view = new ParagraphView(foundInNext());
    view.getStyleClass().addAll("message-heading", "level-" + Math.min(3, heading.level()));
    return paragraph(view, heading.inlines());
  }

  private Node paragraph(ParagraphView view, List<Inline> inlines) {
    targets.addAll(view.show(inlines, names, context.openLink()));
    return view;
  }

  private Node code(Block.CodeBlock code) {
    CodeBlockView view =
        new CodeBlockView(code, foundInNext(), () -> context.copy().accept(code.text()));
    view.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    targets.addAll(view.targets());
    return view;
  }

  private Node items(Block.Items items) {
    VBox list = styled(new VBox(), "message-list");
    for (Block.Item item : items.items()) {
      var marker = Controls.label(item.marker(), "list-marker");
      marker.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = blocks("list-content", item.blocks());
      HBox.setHgrow(content, Priority.ALWAYS);
      list.setNodeOrientation(sideOf(items.items().getFirst().blocks()));
      list.getChildren().add(styled(new HBox(marker, content), "list-item"));
    }
    return list;
  }

  private VBox blocks(String styleClass, List<Block> blocks) {
    VBox box = styled(new VBox(), styleClass);
    box.getChildren().setAll(of(blocks));
    box.setNodeOrientation(sideOf(blocks));
    return box;
  }

  /** The first words say from which side all is read; code is always read from the left. */
  private static NodeOrientation sideOf(List<Block> blocks) {
    return switch (blocks.isEmpty() ? new Block.Rule() : blocks.getFirst()) {
      case Block.Paragraph paragraph -> ParagraphView.sideOf(paragraph.inlines());
      case Block.Heading heading -> ParagraphView.sideOf(heading.inlines());
      case Block.Quote quote -> sideOf(quote.blocks());
      case Block.Items items when !items.items().isEmpty() ->
          sideOf(items.items().getFirst().blocks());
      case Block.Items _, Block.CodeBlock _, Block.Rule _ -> NodeOrientation.LEFT_TO_RIGHT;
    };
  }

  private static <R extends Region> R styled(R region, String styleClass) {
    region.getStyleClass().add(styleClass);
    region.setMinWidth(0);
    return region;
  }
}
