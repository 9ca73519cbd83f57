// Waiting, with an end.

/**
 * Repeats the question until it has an answer or the time is up.
 * @template T
 * @param {number} patience in milliseconds
 * @param {() => Promise<T> | T} question
 * @returns {Promise<T | null>}
 */
export async function until(patience, question) {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}
