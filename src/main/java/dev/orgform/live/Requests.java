package dev.orgform.live;

import java.util.Collection;
import java.util.List;

/**
 * How many requests it takes to read an estate, stated beforehand: the tree by its pages, one for
 * each declared thing that is read alone, and the pages of each list.
 *
 * <p>That is the whole reading of a plan, with what {@link Learner} adds to it where people come
 * and go or accounts move. What a plan tells beside the estate, the last usage of what it destroys
 * and who changed what drifted, is not in it.
 *
 * @param organizations how many the credential sees
 * @param alone how many declared things are read by a request each, such as profiles
 * @param lists how long each list is that is read, such as the members or accounts of an
 *     organization: those declared, those of what is to be deleted, and for the blast radius the
 *     accounts of every organization at or below one in which people come or go, and the people of
 *     every organization between which accounts move, each list once
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
