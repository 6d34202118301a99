package dev.orgform.config;

import dev.orgform.config.GitTree.Sort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Where a link in a commit leads, by names alone: within the same commit, and over no other link.
 */
record GitLink(ObjectReader reader, ObjectId root) {
  private static final int MAX_TARGET = 4096;

  /**
   * Whether that is a folder; what leads out of the commit is none of its folders.
   *
   * @param path of the link itself
   */
  boolean leadsToFolder(ObjectId link, String path) {
    try {
      var target = reader.open(link, Constants.OBJ_BLOB).getCachedBytes(MAX_TARGET);
      return isFolder(path, new String(target, StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A link that cannot be read leads nowhere; it would not have been opened either.
      return false;
    }
  }

  private boolean isFolder(String path, String target) throws IOException {
    if (target.startsWith("/")) {
      return false;
    }
    var way = new ArrayDeque<>(List.of(path.split("/")));
    way.removeLast();
    for (var part : target.split("/")) {
      if (part.equals("..")) {
        if (way.pollLast() == null) {
          return false;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        way.addLast(part);
      }
    }
    var at = root;
    for (var part : way) {
      var next = GitTree.find(GitTree.entries(reader, at), part);
      if (next.isEmpty() || next.get().sort() != Sort.FOLDER) {
        return false;
      }
      at = next.get().id();
    }
    return true;
  }
}
