package chat.parley.model;

import java.util.List;

/**
 * A word for each value of a byte. Short, known to everybody who learned some English, and no two
 * of them differ in one letter only: they are read aloud across a room. Never to be changed, since
 * people compare what two versions show.
 */
final class PlainWords {
  private static final List<String> WORDS =
      List.of(
          """
          actor album anchor angle apple april apron arrow attic autumn badge bagel bakery
          bamboo banana banjo barrel basket beach beard beetle bell berry bicycle blanket
          border bottle branch bread brick bridge broom brush bucket butter button cabin
          cactus camel camera candle canoe canyon carpet castle ceiling cello cherry chess
          chimney circle circus clock cloud clover cobra coconut coffee comet compass copper
          coral corner cotton cradle crane crystal cushion dagger daisy dancer desert diamond
          dinner doctor dolphin dragon drawer dream drum eagle easel echo elbow ember engine
          envelope fabric falcon farmer feather fence fiddle flute forest fossil fox galaxy
          garden garlic ginger giraffe glacier glove gold goose granite grape guitar hammer
          harbor harvest hazel helmet heron hill hockey honey horizon hotel iceberg igloo
          insect iron island ivory jacket jaguar jelly jewel jungle kayak kettle kitchen kite
          koala ladder lagoon lake lantern lemon leopard letter library lily lion lizard
          lobster magnet mango maple marble market meadow mirror monkey moon mosaic mountain
          museum mushroom napkin needle nest nickel ninja noodle north nutmeg oasis ocean
          olive onion opera orange orbit orchid otter oyster palace panda paper parrot pebble
          pencil pepper piano pilot pirate planet plum pony potato prairie puzzle quartz quilt
          rabbit radar rain raven ribbon river robot saddle sailor salmon sandal saturn scarf
          school shadow shell silver sister snow socket spider spoon squirrel sugar summit
          sunset swan table teapot temple thunder tiger timber tomato tractor trumpet tulip
          tunnel turtle umbrella valley vanilla velvet village violin volcano wagon walnut
          walrus water whistle willow window winter wolf yacht yellow zebra zipper
          """
              .strip()
              .split("\\s+"));

  private PlainWords() {}

  static String of(byte value) {
    return WORDS.get(value & 0xff);
  }

  static List<String> all() {
    return WORDS;
  }
}
