package dev.orgform.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a disk refused, and what to do about it. */
enum DiskTrouble {
  LINK("It is a symbolic link, and none is followed here.", "Put a real folder in its place"),
  IN_THE_WAY("Something else of that name is in the way.", "Move it elsewhere"),
  FOREIGN(
      "The folder holds other files and was not made by orgform.", "Name a new or an empty folder"),
  DENIED("Permission denied.", "Make it writable for this user"),
  READ_ONLY("The file system is read-only.", "Make it writable"),
  FULL("The disk is full, or a quota is used up.", "Make room"),
  GONE(
      "It was removed or replaced while it was in use.", "Leave the store alone while a run works"),
  REFUSED("The file system refuses.", "See to the disk");

  private static final long ROOM = 64L * 1024;

  private final String words;
  private final String remedy;

  DiskTrouble(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  String words() {
    return words;
  }

  String remedy() {
    return remedy + ", or choose another folder with `--store DIR`.";
  }

  static DiskTrouble of(Path path, IOException e) {
    return switch (e) {
      case Disk.IsLink link -> LINK;
      case Root.Foreign foreign -> FOREIGN;
      case FileAlreadyExistsException exists -> IN_THE_WAY;
      case NotDirectoryException file -> IN_THE_WAY;
      case NoSuchFileException gone -> GONE;
      case AccessDeniedException denied -> isReadOnly(path) ? READ_ONLY : DENIED;
      default -> ofSystem(path, String.valueOf(e.getMessage()));
    };
  }

  /** The system's own words are in its language, so the disk is asked as well. */
  private static DiskTrouble ofSystem(Path path, String message) {
    if (message.contains("Read-only") || isReadOnly(path)) {
      return READ_ONLY;
    }
    if (message.contains("Operation not permitted")) {
      return DENIED;
    }
    if (message.contains("No space left")
        || message.contains("quota")
        || message.contains("File too large")
        || isFull(path)) {
      return FULL;
    }
    return REFUSED;
  }

  private static boolean isReadOnly(Path path) {
    try {
      return Files.getFileStore(existing(path)).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFull(Path path) {
    try {
      return Files.getFileStore(existing(path)).getUsableSpace() < ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path existing(Path path) {
    var there = path.toAbsolutePath().normalize();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }
}
