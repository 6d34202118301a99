package dev.orgform.config;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit sees of the machine: nothing but the repository. By itself it would run {@code git} to
 * find the system's settings, read the user's, and write files to measure the clock of the disk.
 */
final class QuietSystem extends SystemReader {
  private QuietSystem() {}

  /** For this process; to be called before JGit is asked for anything. */
  static void install() {
    if (!(SystemReader.getInstance() instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem());
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  /** No variable such as GIT_DIR or GIT_TRACE counts: flags say what is wanted. */
  @Override
  @SuppressWarnings("NullAway") // JGit's "not set", and JGit knows no nullness annotations
  public String getenv(String variable) {
    return null;
  }

  @Override
  public String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(fs);
  }

  /** Only dates new commits, of which there are none. */
  @Override
  @Deprecated
  public long getCurrentTime() {
    return 0;
  }

  @Override
  @Deprecated
  public int getTimezone(long when) {
    return 0;
  }

  /** Settings that nobody made, but for those that JGit would otherwise measure. */
  private static final class Nothing extends FileBasedConfig {
    @SuppressWarnings("NullAway") // there is no file, and none is looked for
    Nothing(FS fs) {
      super(null, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      // The resolution of time stamps: the coarsest there is costs one more look at a file.
      return section.equals("filesystem") ? unit.convert(2, TimeUnit.SECONDS) : otherwise;
    }
  }
}
