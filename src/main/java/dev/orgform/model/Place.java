package dev.orgform.model;

/**
 * Where something stands in a file.
 *
 * @param file as given by the user or found below what they gave
 * @param line from 1
 * @param column from 1, in code points
 * @param length code points to underline, at least 1
 * @param source the line itself, without its line break; empty where it cannot be shown
 */
public record Place(String file, int line, int column, int length, String source) {
  public static Place of(String file) {
    return new Place(file, 0, 0, 0, "");
  }

  /** {@code file:line:col}, or the file alone where the whole file is meant. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
