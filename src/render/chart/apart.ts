/** Labels that want to stand at certain heights, moved as little as it takes for none to cover another. */

/** `at`: where the middle of its first line wants to stand, in pixels; `height`: of the label and the room under it. */
export type Wish = { at: number; height: number }

/**
 * Where the middles of the first lines then stand. Labels that would meet form a group, which stands where its wishes
 * lie on average, inside `from` to `to` as far as there is room. Of equal wishes the earlier stands higher.
 *
 * @param lead from the top of a label to the middle of its first line
 */
export function pushApart(wishes: readonly Wish[], { from, to, lead }: { from: number; to: number; lead: number }): number[] {
  type Group = { members: number[]; top: number; height: number }
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] as Wish).at - (wishes[b] as Wish).at || a - b)
  const topOf = (members: readonly number[], height: number): number => {
    let above = 0
    let sum = 0
    for (const member of members) {
      const { at, height: own } = wishes[member] as Wish
      sum += at - lead - above
      above += own
    }
    return Math.max(from, Math.min(sum / members.length, to - height))
  }
  const groups: Group[] = []
  for (const member of order) {
    const { height } = wishes[member] as Wish
    let next: Group = { members: [member], top: topOf([member], height), height }
    for (let last = groups.at(-1); last && last.top + last.height > next.top; last = groups.at(-1)) {
      groups.pop()
      const members = [...last.members, ...next.members]
      next = { members, top: topOf(members, last.height + next.height), height: last.height + next.height }
    }
    groups.push(next)
  }
  const placed = wishes.map(() => 0)
  for (const { members, top } of groups) {
    let y = top
    for (const member of members) {
      placed[member] = y + lead
      y += (wishes[member] as Wish).height
    }
  }
  return placed
}
