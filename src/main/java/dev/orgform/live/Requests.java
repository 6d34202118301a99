package dev.orgform.live;

import java.util.Collection;
import java.util.List;

/**
 * How many requests it takes to read an estate, stated beforehand: the tree by its pages, one for
 * each declared thing that is read alone, and the pages of each declared list.
 *
 * @param organizations how many the credential sees
 * @param alone how many declared things are read by a request each, such as profiles
 * @param lists how long each declared list is, such as the members or accounts of an organization
 * @param page how many entries a page holds
 */
public record Requests(long organizations, long alone, Collection<Long> lists, int page) {
  public Requests {
    lists = List.copyOf(lists);
    if (page < 1) {
      throw new IllegalArgumentException("a page holds something");
    }
  }

  /** The same over the API's largest pages. */
  public Requests(long organizations, long alone, Collection<Long> lists) {
    this(organizations, alone, lists, Pages.SIZE);
  }

  /** What a reading takes when nothing goes wrong and no list moves meanwhile. */
  public long count() {
    return pages(organizations) + alone + lists.stream().mapToLong(this::pages).sum();
  }

  /** An empty list takes a request too, because nobody knew that it was. */
  private long pages(long entries) {
    return Math.max(1, (entries + page - 1) / page);
  }
}
