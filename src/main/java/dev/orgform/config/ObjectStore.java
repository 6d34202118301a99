package dev.orgform.config;

import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;

/** Asks JGit for what may not be there, may be damaged, and may be hostile; answers in words. */
final class ObjectStore {
  private ObjectStore() {}

  /** Something that reads objects. */
  @FunctionalInterface
  interface Deed<T> {
    T read() throws IOException;
  }

  /**
   * What a deed reads.
   *
   * @param what it reads, for people
   * @param shallow whether what is missing was probably never fetched
   */
  static <T> T read(String what, boolean shallow, Deed<T> deed) throws Sources.Unreadable {
    try {
      return deed.read();
    } catch (Sources.Unreadable e) {
      throw e;
    } catch (MissingObjectException e) {
      throw new Sources.Unreadable(GitWords.missing(what, shallow));
    } catch (LargeObjectException e) {
      throw new Sources.Unreadable(GitWords.tooLarge(what));
    } catch (IOException | RuntimeException e) {
      // JGit trips over damaged bytes with whatever its parsers throw.
      throw new Sources.Unreadable(GitWords.damaged(what));
    }
  }
}
