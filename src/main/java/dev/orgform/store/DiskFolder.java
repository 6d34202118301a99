package dev.orgform.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A folder of a local store that only its owner can enter. No link is followed, from the outermost
 * folder of the store down; every file has mode 0600.
 *
 * @param rooms the folders from the store's own down to this one, each in the one before
 */
public record DiskFolder(List<Path> rooms) implements Folder {
  public DiskFolder {
    rooms = List.copyOf(rooms);
  }

  public static DiskFolder at(Path path) {
    return new DiskFolder(List.of(path));
  }

  /** A folder in this one. */
  public DiskFolder below(String name) {
    var more = new ArrayList<>(rooms);
    more.add(path().resolve(name));
    return new DiskFolder(more);
  }

  Path path() {
    return rooms.getLast();
  }

  /** Makes the folder, where there is none, and keeps everybody else out of it. */
  void make() throws StoreUnusable {
    for (var room : rooms) {
      try {
        if (room.equals(rooms.getFirst())) {
          Root.make(room);
        } else {
          Disk.makeFolder(room);
        }
      } catch (IOException e) {
        throw Disk.unusable(room, e);
      }
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws StoreUnusable {
    var file = file(name);
    try {
      refuseLinks();
      return Optional.of(Disk.read(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Disk.unusable(file, e);
    }
  }

  @Override
  public List<String> list() throws StoreUnusable {
    var names = new ArrayList<String>();
    try {
      refuseLinks();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path())) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw Disk.unusable(path(), e);
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public Appender create(String name) throws StoreUnusable {
    make();
    var file = file(name);
    try {
      var appender = DiskAppender.create(file);
      try {
        Disk.syncFolder(path());
      } catch (IOException e) {
        appender.close();
        throw e;
      }
      return appender;
    } catch (IOException e) {
      throw Disk.unusable(file, e);
    }
  }

  @Override
  public void replace(String name, byte[] bytes) throws StoreUnusable {
    make();
    var file = file(name);
    try {
      Disk.replace(file, bytes);
    } catch (IOException e) {
      throw Disk.unusable(file, e);
    }
  }

  @Override
  public void delete(String name) throws StoreUnusable {
    var file = file(name);
    try {
      refuseLinks();
      Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      // There was not even the folder.
    } catch (IOException e) {
      throw Disk.unusable(file, e);
    }
  }

  @Override
  public Optional<Grip> lock(String name) throws StoreUnusable {
    make();
    var file = file(name);
    try {
      return DiskGrip.take(file);
    } catch (IOException e) {
      throw Disk.unusable(file, e);
    }
  }

  @Override
  public String path(String name) {
    return file(name).toString();
  }

  private Path file(String name) {
    return path().resolve(name);
  }

  private void refuseLinks() throws IOException {
    for (var room : rooms) {
      if (Files.isSymbolicLink(room)) {
        throw new Disk.IsLink(room);
      }
      if (Files.exists(room, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(room, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(room.toString());
      }
    }
  }
}
