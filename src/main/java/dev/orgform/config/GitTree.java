package dev.orgform.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** A folder in a commit, refused whole where it is none that Git would check out. */
final class GitTree {
  private static final int MAX_BYTES = 16 << 20;

  private GitTree() {}

  /** What an entry is, for us. */
  enum Sort {
    FOLDER,
    FILE,
    LINK,
    SUBMODULE
  }

  /** A name in a folder, without its way. */
  record Entry(String name, Sort sort, ObjectId id) {}

  /**
   * All entries, in Git's order.
   *
   * @throws IOException where the tree is not there, damaged, too large, or names what no checkout
   *     would write, such as {@code ..}
   */
  static List<Entry> entries(ObjectReader reader, ObjectId tree) throws IOException {
    var bytes = reader.open(tree, Constants.OBJ_TREE).getCachedBytes(MAX_BYTES);
    checker().checkTree(tree, bytes);
    var entries = new ArrayList<Entry>();
    var at = new CanonicalTreeParser();
    for (at.reset(bytes); !at.eof(); at.next(1)) {
      var name = new byte[at.getNameLength()];
      at.getName(name, 0);
      entries.add(new Entry(text(name), sort(at.getEntryFileMode()), at.getEntryObjectId()));
    }
    return entries;
  }

  static Optional<Entry> find(List<Entry> entries, String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static ObjectChecker checker() {
    // Old tools padded modes; every Git reads them.
    return new ObjectChecker().setIgnore(ObjectChecker.ErrorType.ZERO_PADDED_FILEMODE, true);
  }

  private static Sort sort(FileMode mode) {
    if (mode.equals(FileMode.TYPE_TREE)) {
      return Sort.FOLDER;
    }
    if (mode.equals(FileMode.TYPE_SYMLINK)) {
      return Sort.LINK;
    }
    return mode.equals(FileMode.TYPE_GITLINK) ? Sort.SUBMODULE : Sort.FILE;
  }

  /** What is not UTF-8 keeps its bytes apart as Latin-1, so that two names stay two. */
  private static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }
}
