package dev.orgform.config;

import com.networknt.schema.Error;

/**
 * The YAML that the schema objects to.
 *
 * @param node what it is
 * @param label what people call it, such as {@code `name`}
 * @param span where to point at; the key of something that may be long
 */
record SchemaTarget(Node node, String label, Span span) {

  static SchemaTarget of(Error error, Node.Mapping root) {
    var path = error.getInstanceLocation();
    var target = new SchemaTarget(root, "the file", root.span());
    for (int i = 0; i < path.getNameCount(); i++) {
      target = target.below(path.getElement(i));
    }
    return target;
  }

  private SchemaTarget below(Object step) {
    return switch (node) {
      case Node.Mapping mapping -> {
        var entry = entry(mapping, String.valueOf(step));
        yield new SchemaTarget(
            entry.value(), Characters.code(entry.key().text()), entry.key().span());
      }
      case Node.Sequence sequence when step instanceof Integer index -> {
        var item = sequence.items().get(index);
        yield new SchemaTarget(item, "an item of " + label, item.head());
      }
      case Node.Sequence sequence -> throw new IllegalStateException("no item " + step);
      case Node.Scalar scalar -> throw new IllegalStateException("nothing below a text: " + step);
    };
  }

  /** A key of this map. */
  Node.Scalar key(String name) {
    if (node instanceof Node.Mapping mapping) {
      return entry(mapping, name).key();
    }
    throw new IllegalStateException("no map has the key " + name);
  }

  private static Node.Entry entry(Node.Mapping mapping, String key) {
    var entry = mapping.entries().get(key);
    if (entry == null) {
      throw new IllegalStateException("no key " + key);
    }
    return entry;
  }
}
