package dev.orgform.store;

import java.util.List;
import java.util.Optional;

/**
 * One flat folder of files: all that a store ever asks of a disk, so that a simulation can hand in
 * one that crashes. What needs the folder makes it; reading where there is none finds nothing.
 */
public interface Folder {
  /** A file's bytes; empty where there is no such file. */
  Optional<byte[]> read(String name) throws StoreUnusable;

  /** The names of all files, sorted. */
  List<String> list() throws StoreUnusable;

  /** Makes a new file to be written to; its name is safe from a crash when this returns. */
  Appender create(String name) throws StoreUnusable;

  /** Writes a file whole or not at all, safe from a crash when this returns. */
  void replace(String name, byte[] bytes) throws StoreUnusable;

  /** Deletes a file, where there is one. */
  void delete(String name) throws StoreUnusable;

  /** Locks a file among all processes and threads; empty where it is locked already. */
  Optional<Grip> lock(String name) throws StoreUnusable;

  /** How people call a file of this folder. */
  String path(String name);

  /** The end of a file that is being written. */
  interface Appender extends AutoCloseable {
    /** Adds bytes, of which any first part may be left after a crash. */
    void write(byte[] bytes) throws StoreUnusable;

    /** All that was written is safe from a crash when this returns. */
    void sync() throws StoreUnusable;

    @Override
    void close();
  }

  /** A file lock; the death of its process gives it back. */
  interface Grip extends AutoCloseable {
    /** Whether it still keeps others out; the file may have been removed behind its back. */
    boolean holds();

    @Override
    void close();
  }
}
