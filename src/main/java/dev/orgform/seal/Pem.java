package dev.orgform.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Blocks of PEM in a text, each with the line above it. */
final class Pem {
  private static final Pattern TITLE = Pattern.compile("^[#\\s]*(.*?)\\s*$");

  private Pem() {}

  /** One block; {@code title} is the last line of text before it, without {@code #}. */
  record Block(String title, String base64) {
    byte[] content() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /** Those of a label, in their order; what is not base64 is no block. */
  static List<Block> blocks(String text, String label) {
    var blocks = new ArrayList<Block>();
    var title = "";
    var lines = text.lines().iterator();
    while (lines.hasNext()) {
      var line = lines.next().strip();
      if (line.equals("-----BEGIN " + label + "-----")) {
        var base64 = new StringBuilder();
        for (var next = ""; lines.hasNext() && !next.startsWith("-----END "); ) {
          base64.append(next);
          next = lines.next().strip();
        }
        var block = new Block(title, base64.toString());
        if (isBase64(block)) {
          blocks.add(block);
        }
        title = "";
      } else if (!line.isEmpty() && !line.toUpperCase(Locale.ROOT).startsWith("-----")) {
        title = TITLE.matcher(line).replaceFirst("$1");
      }
    }
    return blocks;
  }

  private static boolean isBase64(Block block) {
    try {
      return block.content().length > 0;
    } catch (IllegalArgumentException e) {
      return false; // So it is no key; the caller says that there is none.
    }
  }
}
