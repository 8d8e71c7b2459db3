package chat.parley.desktop.viewmodel.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the blocks of one text out as pieces. */
final class PassageReader {
  private final List<Piece> pieces = new ArrayList<>();
  private String marker = "";

  List<Piece> read(List<Block> blocks) {
    addAll(blocks);
    return pieces;
  }

  private void addAll(List<Block> blocks) {
    Block before = null;
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> inlines) -> addInlines(inlines, gap(before));
        case Block.Heading(int _, List<Inline> inlines) -> addInlines(inlines, "\n");
        case Block.CodeBlock(String _, String text) -> add("\n", text, Map.of());
        case Block.Quote(List<Block> quoted) -> addAll(quoted);
        case Block.Items(List<Block.Item> items) -> items.forEach(this::addItem);
        case Block.Rule _ -> {}
      }
      before = block;
    }
  }

  /** Two paragraphs were written with a line between them. */
  private static String gap(@Nullable Block before) {
    return before instanceof Block.Paragraph ? "\n\n" : "\n";
  }

  private void addItem(Block.Item item) {
    marker = item.marker() + " ";
    addAll(item.blocks());
    marker = "";
  }

  private void addInlines(List<Inline> inlines, String gap) {
    StringBuilder drawn = new StringBuilder();
    Map<Integer, String> pictures = new HashMap<>();
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Words(String text, Style _) -> drawn.append(text);
        case Inline.Code(String text, Style _) -> drawn.append(text);
        case Inline.Sign(String emoji, Style _) -> {
          pictures.put(drawn.length(), emoji);
          drawn.append(Piece.PICTURE);
        }
      }
    }
    add(gap, drawn.toString(), pictures);
  }

  private void add(String gap, String drawn, Map<Integer, String> pictures) {
    pieces.add(new Piece(gap, marker, drawn, pictures));
    marker = "";
  }
}
