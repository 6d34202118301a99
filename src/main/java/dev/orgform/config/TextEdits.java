package dev.orgform.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to one text, each at its place in the text as it was. */
final class TextEdits {
  /** Characters from {@code start} to {@code end} become this text. */
  private record Edit(int start, int end, String text) {}

  private final List<Edit> edits = new ArrayList<>();

  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  void delete(int start, int end) {
    replace(start, end, "");
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The text after all of them; what is inserted at one place stays in its order. */
  String in(String text) {
    var ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    var out = new StringBuilder(text.length() + 256);
    int at = 0;
    for (var edit : ordered) {
      if (edit.start() < at) {
        throw new IllegalStateException("bug: two changes of one place");
      }
      out.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
