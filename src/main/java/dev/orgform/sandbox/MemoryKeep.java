package dev.orgform.sandbox;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** An estate in this process only. */
final class MemoryKeep implements Keep {
  private final ReentrantLock lock = new ReentrantLock();
  private Estate estate;

  MemoryKeep(Estate estate) {
    this.estate = estate;
  }

  @Override
  public <T> T change(Function<Estate, Next<T>> step) {
    lock.lock();
    try {
      Next<T> next = step.apply(estate);
      estate = next.estate();
      return next.said();
    } finally {
      lock.unlock();
    }
  }
}
